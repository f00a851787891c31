import type { ReactElement } from 'react';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { LabelsField } from '../fields/LabelsField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { whyNotPort } from '../fields/why-not-port.ts';
import { PortList } from './PortList.tsx';

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

/** What a Service selects, and its ports. */
export function ServiceFields(): ReactElement {
  return (
    <>
      <LabelsField
        path={['spec', 'selector']}
        label="Selector"
        description="Labels of the pods behind it"
      />
      <ChoiceField path={['spec', 'type']} label="Type" choices={TYPES} fallback="ClusterIP" />
      <PortList added={(count) => ({ name: `http-${count + 1}`, port: 8080, targetPort: 8080 })}>
        {(path, index) => (
          <>
            <TextField
              path={[...path, 'port']}
              label={index === 0 ? 'Port' : ''}
              hears={`Port ${index + 1}`}
              check={whyNotPort}
              numeric
              required
            />
            <TextField
              path={[...path, 'targetPort']}
              label={index === 0 ? 'of the pod' : ''}
              hears={`Pod’s port ${index + 1}`}
              placeholder="the same"
              numeric
            />
            <TextField
              path={[...path, 'name']}
              label={index === 0 ? 'Name' : ''}
              hears={`Name of port ${index + 1}`}
            />
          </>
        )}
      </PortList>
    </>
  );
}

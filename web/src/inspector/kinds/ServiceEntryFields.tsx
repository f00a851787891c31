import type { ReactElement } from 'react';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { ListField } from '../fields/ListField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { whyNotPort } from '../fields/why-not-port.ts';
import { PortList } from './PortList.tsx';

const RESOLUTIONS = ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'];

/** Which hosts outside the mesh a ServiceEntry stands for, and their ports. */
export function ServiceEntryFields(): ReactElement {
  return (
    <>
      <ListField path={['spec', 'hosts']} label="Hosts" placeholder="api.example.com" />
      <ChoiceField
        path={['spec', 'location']}
        label="Location"
        choices={['MESH_EXTERNAL', 'MESH_INTERNAL']}
        fallback="MESH_EXTERNAL"
      />
      <ChoiceField
        path={['spec', 'resolution']}
        label="Resolution"
        description="How the addresses are found"
        choices={RESOLUTIONS}
        fallback="NONE"
      />
      <PortList added={(count) => ({ number: 443, name: `tls-${count + 1}`, protocol: 'TLS' })}>
        {(path, index) => (
          <>
            <TextField
              path={[...path, 'number']}
              label={index === 0 ? 'Port' : ''}
              hears={`Port ${index + 1}`}
              check={whyNotPort}
              numeric
              required
            />
            <TextField
              path={[...path, 'protocol']}
              label={index === 0 ? 'Protocol' : ''}
              hears={`Protocol of port ${index + 1}`}
              placeholder="TCP"
            />
            <TextField
              path={[...path, 'name']}
              label={index === 0 ? 'Name' : ''}
              hears={`Name of port ${index + 1}`}
              required
            />
          </>
        )}
      </PortList>
    </>
  );
}

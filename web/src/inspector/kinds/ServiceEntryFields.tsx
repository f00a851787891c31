import type { ReactElement } from 'react';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { ListField } from '../fields/ListField.tsx';

const RESOLUTIONS = ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'];

/** Which hosts outside the mesh a ServiceEntry stands for. */
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
    </>
  );
}

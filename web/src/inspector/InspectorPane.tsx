import { Button } from '@mantine/core';
import {
  findEdge,
  findResource,
  findTopologyNode,
  type Resource,
  rangeOf,
  type Snapshot,
  type TopologyEdge,
  type TopologyNode,
} from '@portolan/model';
import { type ReactElement, useMemo, useState } from 'react';
import { useCommandContext } from '../commands/command-context.ts';
import { relatedResources } from '../commands/related-resources.ts';
import { useSessionState } from '../session/session-context.ts';
import { selectSnapshot } from '../session/session-selectors.ts';
import { KindChip } from '../ui/KindChip.tsx';
import { useViewState } from '../view-state/view-context.ts';
import {
  changePanes,
  type PaneLayout,
  requestText,
  type Selection,
  showDialog,
  type ViewState,
} from '../view-state/view-state.ts';
import { InspectedContext, useInspection } from './field-context.ts';
import { LabelsField } from './fields/LabelsField.tsx';
import styles from './InspectorPane.module.css';
import { GatewayFields } from './kinds/GatewayFields.tsx';
import { ServiceEntryFields } from './kinds/ServiceEntryFields.tsx';
import { ServiceFields } from './kinds/ServiceFields.tsx';
import { VirtualServiceFields } from './kinds/VirtualServiceFields.tsx';
import { LineDetails } from './LineDetails.tsx';
import { MoreSection } from './more/MoreSection.tsx';
import { RelatedResources } from './RelatedResources.tsx';
import { SelectionActions } from './SelectionActions.tsx';
import { UnwrittenNode } from './UnwrittenNode.tsx';

/** The fields of what is selected, to read and to change. */
export function InspectorPane(): ReactElement {
  const snapshot = useSessionState(selectSnapshot);
  const selection = useViewState(selectSelection);
  const resource = selectedResource(snapshot, selection);
  if (resource !== undefined) return <NodeFields key={resource.id} resource={resource} />;
  const node = onlyNode(snapshot, selection);
  if (node !== undefined) return <UnwrittenNode key={node.id} node={node} />;
  const edge = onlyEdge(snapshot, selection);
  if (edge !== undefined) return <LineDetails key={edge.id} edge={edge} />;
  return <NothingToShow selection={selection} />;
}

/** The fields of the node's own resource, or of one that has no node of its own. */
function NodeFields({ resource }: { readonly resource: Resource }): ReactElement {
  const snapshot = useSessionState(selectSnapshot);
  const [shownId, setShownId] = useState(resource.id);
  const related = useMemo(() => relatedResources(snapshot, resource), [snapshot, resource]);
  const shown = related.find(({ id }) => id === shownId) ?? resource;
  return (
    <div className={styles.fields}>
      {related.length > 0 && (
        <RelatedResources resources={[resource, ...related]} shown={shown} onShow={setShownId} />
      )}
      <ResourceFields key={shown.id} resource={shown} />
    </div>
  );
}

function NothingToShow({ selection }: { readonly selection: Selection }): ReactElement {
  const count = selection.nodes.length;
  if (count > 1) return <SelectionActions count={count} />;
  return (
    <p className={styles.none}>
      Select a node or a line on the canvas, or put the cursor into a resource of the YAML, to see
      its fields here.
    </p>
  );
}

function ResourceFields({ resource }: { readonly resource: Resource }): ReactElement {
  const context = useCommandContext();
  const inspected = useInspection(context, resource);
  const { moreFields } = useViewState(selectPanes);
  const { group, version, kind, name, namespace, id, stale } = resource;
  const showText = (): void => {
    const range = rangeOf(context.session.store.getState().snapshot, id, []);
    if (range !== undefined) requestText(context.view, range, true);
  };
  return (
    <InspectedContext value={inspected}>
      <header className={styles.head}>
        <KindChip kind={kind} />
        <h2 className={styles.name}>{name}</h2>
        <span className={styles.namespace}>{namespace}</span>
      </header>
      <p className={styles.version}>{group === '' ? version : `${group}/${version}`}</p>
      <div className={styles.actions}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => showDialog(context.view, { kind: 'rename', resourceId: id })}
        >
          Rename or move…
        </Button>
        <Button size="compact-xs" variant="default" onClick={showText}>
          Show in YAML
        </Button>
      </div>
      {stale ? (
        <p role="alert" className={styles.stale}>
          The YAML of this resource has a mistake. Correct it there first; then its fields can be
          changed here.
        </p>
      ) : (
        <>
          <fieldset className={styles.group} disabled={!inspected.canWrite}>
            <KindFields resource={resource} />
            <LabelsField path={['metadata', 'labels']} label="Labels" />
          </fieldset>
          <MoreSection
            isOpen={moreFields}
            onToggle={() => changePanes(context.view, { moreFields: !moreFields })}
          />
        </>
      )}
    </InspectedContext>
  );
}

function KindFields({ resource }: { readonly resource: Resource }): ReactElement | null {
  switch (resource.details.type) {
    case 'VirtualService':
      return <VirtualServiceFields />;
    case 'Gateway':
      return <GatewayFields />;
    case 'Service':
      return <ServiceFields />;
    case 'ServiceEntry':
      return <ServiceEntryFields />;
    case 'DestinationRule':
    case 'Workload':
    case 'Secret':
    case 'Other':
      return null;
  }
}

/** The resource of the only selected node. */
function selectedResource(snapshot: Snapshot, selection: Selection): Resource | undefined {
  const id = onlyNode(snapshot, selection)?.resourceId ?? null;
  return id === null ? undefined : findResource(snapshot, id);
}

function onlyNode(snapshot: Snapshot, { nodes }: Selection): TopologyNode | undefined {
  const [id, another] = nodes;
  return id === undefined || another !== undefined ? undefined : findTopologyNode(snapshot, id);
}

function onlyEdge(snapshot: Snapshot, { nodes, edges }: Selection): TopologyEdge | undefined {
  const [id, another] = edges;
  const isAlone = nodes.length === 0 && another === undefined;
  return id === undefined || !isAlone ? undefined : findEdge(snapshot, id);
}

function selectSelection({ selection }: ViewState): Selection {
  return selection;
}

function selectPanes({ panes }: ViewState): PaneLayout {
  return panes;
}

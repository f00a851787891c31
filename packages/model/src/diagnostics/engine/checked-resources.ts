import { isDeepEqual } from '../../graph/is-deep-equal.ts';
import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Slices } from '../../text/slices.ts';
import type { Plan } from './plan-checks.ts';
import { kindKey, type Relation } from './relation.ts';
import { forgetNeeds, type Surroundings } from './run-unit.ts';
import {
  addHolder,
  createSlots,
  dropEmpty,
  getSlot,
  isShared,
  removeHolder,
  type Slot,
  type Slots,
} from './slots.ts';
import type { Entry, ResourceUnit, Unit } from './unit.ts';

/** The resources that are checked, where they find each other, and which checks are due. Changes in place. */
export interface CheckedResources {
  readonly plan: Plan;
  readonly surroundings: Surroundings | null;
  readonly slots: Slots;
  readonly entries: Map<ResourceId, Entry>;
  blocks: ReadonlySet<readonly Resource[]>;
  /** Ids that several resources have: the order of blocks decides which one counts. */
  readonly repeated: Set<ResourceId>;
  /** Ids of resources that may have changed and were not looked at again yet. */
  readonly touched: Set<ResourceId>;
  /** Units that have to run. */
  readonly due: Set<Unit>;
  /** Units that said something. */
  readonly telling: Set<Unit>;
}

/** No resources yet. */
export function createResources(plan: Plan, surroundings: Surroundings | null): CheckedResources {
  return {
    plan,
    surroundings,
    slots: createSlots(plan.relations),
    entries: new Map(),
    blocks: new Set(),
    repeated: new Set(),
    touched: new Set(),
    due: new Set(),
    telling: new Set(),
  };
}

/** Takes note of the resources of a text. Only those of blocks that came or went can have changed. */
export function* takeBlocks(
  checked: CheckedResources,
  blocks: readonly (readonly Resource[])[],
): Slices<void> {
  const { touched } = checked;
  const now = new Set(blocks);
  for (const id of checked.repeated) touched.add(id);
  for (const block of checked.blocks)
    if (!now.has(block)) for (const { id } of block) touched.add(id);
  for (const block of blocks)
    if (!checked.blocks.has(block)) for (const { id } of block) touched.add(id);
  checked.blocks = now;
  const found = findAll(blocks, touched);
  for (const id of touched) {
    touched.delete(id);
    const resources = found.get(id);
    if (resources !== undefined && resources.length > 1) checked.repeated.add(id);
    else checked.repeated.delete(id);
    if (resources === undefined) removeEntry(checked, id);
    else setEntry(checked, resources);
    yield null;
  }
}

function findAll(
  blocks: readonly (readonly Resource[])[],
  ids: ReadonlySet<ResourceId>,
): ReadonlyMap<ResourceId, readonly Resource[]> {
  const found = new Map<ResourceId, Resource[]>();
  if (ids.size === 0) return found;
  for (const block of blocks) {
    for (const resource of block) {
      if (!ids.has(resource.id)) continue;
      const others = found.get(resource.id);
      if (others === undefined) found.set(resource.id, [resource]);
      else others.push(resource);
    }
  }
  return found;
}

function setEntry(checked: CheckedResources, resources: readonly Resource[]): void {
  const resource = resources.at(-1);
  if (resource === undefined) return;
  const replaced = resources.slice(0, -1);
  const known = checked.entries.get(resource.id);
  if (known === undefined) {
    const entry: Entry = { resource, replaced, slots: [], units: [] };
    entry.units = checked.plan
      .unitsOf(kindKey(resource))
      .map((checks): ResourceUnit => ({ checks, entry, needs: [], diagnostics: [] }));
    checked.entries.set(resource.id, entry);
    moveEntry(checked, entry, null);
    return;
  }
  const before = known.resource;
  if (before === resource && isSameList(known.replaced, replaced)) return;
  known.resource = resource;
  known.replaced = replaced;
  moveEntry(checked, known, before);
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function removeEntry(checked: CheckedResources, id: ResourceId): void {
  const entry = checked.entries.get(id);
  if (entry === undefined) return;
  checked.entries.delete(id);
  for (const slot of entry.slots) {
    removeHolder(slot, id);
    slot.repeats = countRepeats(slot, checked);
    touchSlot(checked, slot, null);
    dropEmpty(checked.slots, slot);
  }
  for (const unit of entry.units) dropUnit(checked, unit);
}

/** Puts the resource into its slots; whoever looked there is due, unless it still says the same. */
function moveEntry(checked: CheckedResources, entry: Entry, before: Resource | null): void {
  const { resource } = entry;
  for (const unit of entry.units) checked.due.add(unit);
  if (before === resource) return;
  const now = slotsOf(checked, resource);
  const saysSame = compareManifests(before, resource);
  const had = new Set(entry.slots);
  for (const slot of had) {
    if (now.has(slot)) continue;
    removeHolder(slot, resource.id);
    slot.repeats = countRepeats(slot, checked);
    touchSlot(checked, slot, null);
    dropEmpty(checked.slots, slot);
  }
  entry.slots = [...now];
  for (const slot of entry.slots) {
    addHolder(slot, resource);
    slot.repeats = countRepeats(slot, checked);
    const isRewritten = had.has(slot) && saysSame(slot.relation);
    touchSlot(checked, slot, isRewritten ? resource.id : null);
  }
}

/** Whether a resource that is written anew says the same to those who find it by a relation. */
function compareManifests(
  before: Resource | null,
  resource: Resource,
): (relation: Relation) => boolean {
  if (before === null || before.stale) return () => false;
  let isSame: boolean | null = null;
  return ({ shows }) => {
    isSame ??= isDeepEqual(before.value, resource.value);
    return isSame || (shows !== undefined && isDeepEqual(shows(before), shows(resource)));
  };
}

function slotsOf(
  { plan, slots, surroundings }: CheckedResources,
  resource: Resource,
): ReadonlySet<Slot> {
  const found = new Set<Slot>();
  if (surroundings === null) return found;
  for (const relation of plan.relationsOf(resource))
    for (const key of relation.keysOf(resource, surroundings.assumptions))
      found.add(getSlot(slots, relation, key));
  return found;
}

function countRepeats(
  { relation, key, holders }: Slot,
  { surroundings }: CheckedResources,
): number {
  const [only] = holders;
  if (only === undefined || holders.length > 1 || surroundings === null) return 0;
  const keys = relation.keysOf(only, surroundings.assumptions);
  return keys.filter((one) => one === key).length - 1;
}

/**
 * Who looked there is due; where a resource was only written anew (`rewritten`), whoever said
 * something about it, as that has to be said of the new text.
 */
function touchSlot(checked: CheckedResources, slot: Slot, rewritten: ResourceId | null): void {
  for (const unit of slot.seekers)
    if (rewritten === null || unit.diagnostics.some((said) => said.resource === rewritten))
      checked.due.add(unit);
  const checks = checked.plan.groupChecks.get(slot.relation);
  if (checks === undefined) return;
  if (isShared(slot)) {
    slot.groups ??= checks.map((check) => ({ check, slot, needs: [], diagnostics: [] }));
    for (const unit of slot.groups) checked.due.add(unit);
  } else if (slot.groups !== null) {
    for (const unit of slot.groups) dropUnit(checked, unit);
    slot.groups = null;
  }
}

function dropUnit(checked: CheckedResources, unit: Unit): void {
  forgetNeeds(unit, checked.slots);
  checked.due.delete(unit);
  checked.telling.delete(unit);
}

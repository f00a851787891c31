import type { ReactElement } from 'react';
import { AnyControl } from './AnyControl.tsx';
import type { FieldSpot } from './field-spot.ts';
import { ListItems } from './ListItems.tsx';
import { MapEntries } from './MapEntries.tsx';
import { ObjectFields } from './ObjectFields.tsx';

/** What a field holds that holds several. */
export function FieldContent({ spot }: { readonly spot: FieldSpot }): ReactElement {
  switch (spot.field.type) {
    case 'list':
      return <ListItems spot={spot} />;
    case 'map':
      return <MapEntries spot={spot} />;
    case 'object':
      return <ObjectFields spot={spot} />;
    case 'any':
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'union':
      return <AnyControl spot={spot} />;
  }
}

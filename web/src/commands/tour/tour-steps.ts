import type { ViewStore } from '../../view-state/view-state.ts';
import { changePanes } from '../../view-state/view-state.ts';

/** A stop of the tour: a part of the screen, and what it is for. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** What finds the part of the screen. */
  readonly place: string;
  /** Opens what is shown where it is closed. */
  readonly open?: (view: ViewStore) => void;
}

/** The parts that a newcomer needs, in the order in which they are needed. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: 'The map',
    text: 'What your YAML describes, in the direction of a request: load balancer, Gateway, VirtualService, Service. Drag from the dot of a row to connect it; double-click the ground to add something.',
    place: '[data-pane="canvas"]',
  },
  {
    title: 'The YAML',
    text: 'The same as text. Type here and the map follows; change the map and only the lines that it is about are written. One undo is for both. The tabs beside it have the fields of what you select, without any YAML.',
    place: '[data-pane="editor"]',
    open: (view) => changePanes(view, { editorOpen: true, sideTab: 'yaml' }),
  },
  {
    title: 'Ask what happens to a request',
    text: 'Write an address, or paste a curl command, and press Enter. The request goes through the map hop by hop, and says why at each: which host, which route, and where a 404 comes from.',
    place: '[aria-label="Request to trace"]',
  },
  {
    title: 'What is wrong, and why',
    text: 'Problems says what breaks, what a client sees of it, and mends it in one click where that can be done. F8 goes from one to the next. Beside it are saved requests and the routes in their final order.',
    place: '[data-pane="dock"] [role="tablist"]',
  },
  {
    title: 'Search, and pass it on',
    text: 'Ctrl+K finds every node and every command, each with its key. Share makes a link that no server gets to see; the arrow beside Copy YAML has pictures and files. Your work stays in this browser.',
    place: '[data-pane="header"] [data-tour]',
  },
];

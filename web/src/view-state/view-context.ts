import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ViewState, ViewStore } from './view-state.ts';

/** The view state of this window. */
export const ViewContext = createContext<ViewStore | null>(null);

/** The store itself, for callbacks and subscriptions. Throws outside of a ViewContext. */
export function useViewStore(): ViewStore {
  const store = useContext(ViewContext);
  if (store === null) throw new Error('useViewStore() needs a ViewContext above it');
  return store;
}

/** A part of the view state; the component renders when that part changes. Pick, don't build. */
export function useViewState<T>(selector: (state: ViewState) => T): T {
  return useStore(useViewStore(), selector);
}

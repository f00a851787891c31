import { beforeEach, describe, expect, test } from 'vitest';
import { dismissNotice, notify } from './notice.ts';
import { createViewStore, type ViewStore } from './view-state.ts';

let view: ViewStore;

beforeEach(() => {
  view = createViewStore();
});

function messages(): readonly string[] {
  return view.getState().notices.map(({ message }) => message);
}

describe('notices', () => {
  test('good news replaces good news, and a hint a hint', () => {
    notify(view, 'success', 'Copied one.');
    notify(view, 'info', 'A hint.');
    notify(view, 'success', 'Copied two.');
    notify(view, 'info', 'Another hint.');
    expect(messages()).toEqual(['Copied two.', 'Another hint.']);
  });

  test('what lasts is replaced by the same words only', () => {
    notify(view, 'info', 'A new version.', null, true);
    notify(view, 'info', 'A hint.');
    expect(messages()).toEqual(['A new version.', 'A hint.']);
    notify(view, 'info', 'A new version.', null, true);
    expect(messages()).toEqual(['A new version.']);
  });

  test('the same refusal is said once, and then as the newest', () => {
    notify(view, 'warning', 'Not here.');
    notify(view, 'warning', 'Not there.');
    notify(view, 'warning', 'Not here.');
    expect(messages()).toEqual(['Not there.', 'Not here.']);
  });

  test('there are never more than three; errors stay before all others', () => {
    notify(view, 'error', 'It broke.');
    notify(view, 'warning', 'First.');
    notify(view, 'warning', 'Second.');
    notify(view, 'warning', 'Third.');
    expect(messages()).toEqual(['It broke.', 'Second.', 'Third.']);
    notify(view, 'error', 'It broke again.');
    notify(view, 'error', 'And again.');
    expect(messages()).toEqual(['It broke.', 'It broke again.', 'And again.']);
    notify(view, 'error', 'Once more.');
    expect(messages()).toEqual(['It broke again.', 'And again.', 'Once more.']);
  });

  test('one that is closed goes, and closing it twice changes nothing', () => {
    notify(view, 'error', 'It broke.');
    notify(view, 'warning', 'Not here.');
    const [first] = view.getState().notices;
    dismissNotice(view, first?.id ?? 0);
    expect(messages()).toEqual(['Not here.']);
    const before = view.getState();
    dismissNotice(view, first?.id ?? 0);
    expect(view.getState()).toBe(before);
  });
});

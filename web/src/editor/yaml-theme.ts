import { monaco } from './monaco-setup.ts';

/**
 * Makes Monaco's colours from the tokens as they are now, and shows them. To be called again when
 * light turns to dark: the tokens are other ones then.
 */
export function applyYamlTheme(scheme: 'light' | 'dark'): void {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string): string => toHex(styles.getPropertyValue(name).trim());
  const name = `portolan-${scheme}`;
  monaco.editor.defineTheme(name, {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: tokenRules(token),
    colors: {
      ...editorColors(token),
      ...widgetColors(token),
      ...listColors(token),
      ...symbolColors(token),
    },
  });
  monaco.editor.setTheme(name);
}

type ReadToken = (name: string) => string;

function tokenRules(token: ReadToken): monaco.editor.ITokenThemeRule[] {
  const rule = (scope: string, color: string, fontStyle?: string) => ({
    token: scope,
    foreground: token(color).slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  return [
    rule('', '--ink'),
    rule('type.yaml', '--y-key'),
    rule('string.yaml', '--ink'),
    rule('string.quoted.yaml', '--y-str'),
    rule('string.escape.yaml', '--y-num'),
    rule('number.yaml', '--y-num'),
    rule('number.float.yaml', '--y-num'),
    rule('number.hex.yaml', '--y-num'),
    rule('number.octal.yaml', '--y-num'),
    rule('number.date.yaml', '--y-num'),
    rule('number.infinity.yaml', '--y-num'),
    rule('number.nan.yaml', '--y-num'),
    rule('keyword.yaml', '--y-num'),
    rule('comment.yaml', '--y-com', 'italic'),
    rule('operators.yaml', '--ink-2'),
    rule('operators.directivesEnd.yaml', '--ink-3'),
    rule('operators.documentEnd.yaml', '--ink-3'),
    rule('meta.directive.yaml', '--ink-3'),
    rule('namespace.yaml', '--vs'),
    rule('tag.yaml', '--vs'),
  ];
}

function editorColors(token: ReadToken): Record<string, string> {
  const faint = (name: string, alpha: string) => `${token(name)}${alpha}`;
  return {
    'editor.background': token('--paper'),
    'editor.foreground': token('--ink'),
    'editorLineNumber.foreground': token('--ink-3'),
    'editorLineNumber.dimmedForeground': token('--ink-3'),
    'editorLineNumber.activeForeground': token('--ink'),
    'editorCodeLens.foreground': token('--ink-2'),
    'editorCursor.foreground': token('--accent'),
    'editor.selectionBackground': faint('--accent', '38'),
    'editor.inactiveSelectionBackground': faint('--accent', '20'),
    'editor.lineHighlightBackground': token('--sunk'),
    'editor.lineHighlightBorder': '#00000000',
    'editor.wordHighlightBackground': faint('--accent', '22'),
    'editor.wordHighlightTextBackground': faint('--accent', '22'),
    'editor.findMatchBackground': faint('--warn', '66'),
    'editor.findMatchHighlightBackground': faint('--warn', '33'),
    'editor.rangeHighlightBackground': faint('--accent', '22'),
    'editor.symbolHighlightBackground': faint('--accent', '22'),
    'editorIndentGuide.background1': token('--line'),
    'editorIndentGuide.activeBackground1': token('--line-strong'),
    'editorBracketMatch.background': faint('--accent', '22'),
    'editorBracketMatch.border': token('--accent'),
    'editorError.foreground': token('--error'),
    'editorWarning.foreground': token('--warn'),
    'editorInfo.foreground': token('--gw'),
  };
}

function widgetColors(token: ReadToken): Record<string, string> {
  return {
    'editorWidget.background': token('--raised'),
    'editorWidget.foreground': token('--ink'),
    'editorWidget.border': token('--line'),
    'editorHoverWidget.background': token('--raised'),
    'editorHoverWidget.foreground': token('--ink'),
    'editorHoverWidget.border': token('--line'),
    'input.background': token('--sunk'),
    'input.foreground': token('--ink'),
    'input.border': token('--line-strong'),
    'input.placeholderForeground': token('--ink-3'),
    'inputOption.activeBorder': token('--accent'),
    'menu.background': token('--raised'),
    'menu.foreground': token('--ink'),
    'menu.selectionBackground': token('--accent-soft'),
    'menu.selectionForeground': token('--ink'),
    'menu.separatorBackground': token('--line'),
    'menu.border': token('--line'),
    'widget.border': token('--line-strong'),
    'widget.shadow': '#00000033',
    focusBorder: token('--focus'),
    foreground: token('--ink'),
    descriptionForeground: token('--ink-2'),
    errorForeground: token('--error'),
    'textLink.foreground': token('--accent'),
    'scrollbar.shadow': '#00000000',
    'scrollbarSlider.background': `${token('--ink-3')}40`,
    'scrollbarSlider.hoverBackground': `${token('--ink-3')}66`,
    'scrollbarSlider.activeBackground': `${token('--ink-3')}80`,
    'editorOverviewRuler.border': '#00000000',
    'editorGutter.foldingControlForeground': token('--ink-3'),
    'editor.foldBackground': token('--sunk'),
  };
}

/** Of what can be chosen from: suggestions, symbols, places. */
function listColors(token: ReadToken): Record<string, string> {
  return {
    'editorSuggestWidget.background': token('--raised'),
    'editorSuggestWidget.border': token('--line'),
    'editorSuggestWidget.foreground': token('--ink'),
    'editorSuggestWidget.highlightForeground': token('--accent'),
    'editorSuggestWidget.focusHighlightForeground': token('--accent'),
    'editorSuggestWidget.selectedBackground': token('--accent-soft'),
    'editorSuggestWidget.selectedForeground': token('--ink'),
    'editorSuggestWidget.selectedIconForeground': token('--ink'),
    'editorSuggestWidgetStatus.foreground': token('--ink-2'),
    'editor.snippetTabstopHighlightBackground': `${token('--accent')}22`,
    'editor.snippetTabstopHighlightBorder': '#00000000',
    'editor.snippetFinalTabstopHighlightBorder': token('--line-strong'),
    'list.hoverBackground': token('--sunk'),
    'list.hoverForeground': token('--ink'),
    'list.focusBackground': token('--accent-soft'),
    'list.focusForeground': token('--ink'),
    'list.activeSelectionBackground': token('--accent-soft'),
    'list.activeSelectionForeground': token('--ink'),
    'list.inactiveSelectionBackground': token('--sunk'),
    'list.inactiveSelectionForeground': token('--ink'),
    'list.highlightForeground': token('--accent'),
    'list.focusHighlightForeground': token('--accent'),
    'editorLightBulb.foreground': token('--warn'),
    'editorLightBulbAutoFix.foreground': token('--accent'),
    'editorActionList.background': token('--raised'),
    'editorActionList.foreground': token('--ink'),
    'editorActionList.focusBackground': token('--accent-soft'),
    'editorActionList.focusForeground': token('--ink'),
    'editorLink.activeForeground': token('--accent'),
    'peekView.border': token('--accent'),
    'peekViewTitle.background': token('--raised'),
    'peekViewTitleLabel.foreground': token('--ink'),
    'peekViewTitleDescription.foreground': token('--ink-2'),
    'peekViewEditor.background': token('--paper'),
    'peekViewEditorGutter.background': token('--paper'),
    'peekViewEditor.matchHighlightBackground': `${token('--warn')}44`,
    'peekViewResult.background': token('--sunk'),
    'peekViewResult.lineForeground': token('--ink'),
    'peekViewResult.fileForeground': token('--ink'),
    'peekViewResult.matchHighlightBackground': `${token('--warn')}44`,
    'peekViewResult.selectionBackground': token('--accent-soft'),
    'peekViewResult.selectionForeground': token('--ink'),
  };
}

/** Of the list of all that the text consists of, and the signs of what can be chosen. */
function symbolColors(token: ReadToken): Record<string, string> {
  return {
    'quickInput.background': token('--raised'),
    'quickInput.foreground': token('--ink'),
    'quickInputList.focusBackground': token('--accent-soft'),
    'quickInputList.focusForeground': token('--ink'),
    'quickInputList.focusIconForeground': token('--ink'),
    'pickerGroup.foreground': token('--ink-2'),
    'pickerGroup.border': token('--line'),
    'symbolIcon.objectForeground': token('--ink-2'),
    'symbolIcon.interfaceForeground': token('--gw'),
    'symbolIcon.eventForeground': token('--vs'),
    'symbolIcon.numberForeground': token('--svc'),
    'symbolIcon.fieldForeground': token('--y-key'),
    'symbolIcon.enumeratorMemberForeground': token('--y-num'),
    'symbolIcon.referenceForeground': token('--svc'),
    'symbolIcon.snippetForeground': token('--ink-3'),
  };
}

/** Monaco takes no colour by name, such as those of the system where the user forces them. */
function toHex(color: string): string {
  if (color.startsWith('#')) return toLongHex(color);
  const probe = document.createElement('span');
  probe.style.color = color;
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  probe.remove();
  const hex = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

function toLongHex(color: string): string {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  if (short === null) return color;
  const [, red = '0', green = '0', blue = '0'] = short;
  return `#${red}${red}${green}${green}${blue}${blue}`;
}

import './ui/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadAllSamples } from './commands/open-sample.ts';
import { keepOffline } from './offline.ts';
import { StartScreen } from './StartScreen.tsx';
import { startApp } from './start-app.ts';
import { tellUpdate } from './tell-update.ts';
import { afterPaint } from './ui/after-paint.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
const screen = createRoot(root);
const { workspace, view } = await startApp((opening) => {
  if (opening !== null) screen.render(<StartScreen opening={opening} />);
});
screen.render(<App workspace={workspace} view={view} />);
void afterPaint()
  .then(loadAllSamples)
  .then(() => keepOffline({ onUpdate: (reload) => tellUpdate(workspace, view, reload) }));

import './ui/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startApp } from './start-app.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
const { workspace, view } = await startApp();
createRoot(root).render(<App workspace={workspace} view={view} />);

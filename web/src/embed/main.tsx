import '../ui/styles.ts';
import { createRoot } from 'react-dom/client';
import { Embed } from './Embed.tsx';
import { showTheme } from './show-theme.ts';
import { startEmbed } from './start-embed.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('embed.html has no element with the id "root"');
const view = showTheme(location.search);
const content = await startEmbed(location.hash, view);
if (content.kind === 'map') document.title = `${content.name} · Portolan`;
createRoot(root).render(<Embed content={content} view={view} />);
// Another map in the address is another map.
window.addEventListener('hashchange', () => location.reload());

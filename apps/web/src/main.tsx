import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { session } from './shared/session/session';
import { installTokens } from './shared/ui/tokens';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
installTokens();
createRoot(root).render(<App />);
void session.resume();

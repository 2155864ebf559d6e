import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { openBridge } from './bridge/open-bridge';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root');
const page = createRoot(root);
void openBridge().then((bridge) => page.render(<App bridge={bridge} />));

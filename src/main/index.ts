import { startElectron } from './shells/electron';

startElectron();

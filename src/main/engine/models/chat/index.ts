export { chatModel } from './chat-model';
export type { ChatModelOptions } from './options';
export { PRESETS, type Preset, signIn } from './presets';
export { probeTools, type ToolProbe } from './probe';

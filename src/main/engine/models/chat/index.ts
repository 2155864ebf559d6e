export { type ChatModelOptions, chatModel } from './chat-model';
export { PRESETS, type Preset, signIn } from './presets';
export { probeTools, type ToolProbe } from './probe';

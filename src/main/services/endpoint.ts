import type { EndpointSettings, EndpointState as EndpointShape, KeyName, LoggedRequest } from '#contract';
import { AppError, failureOf } from '#contract/result';
import type { Log } from '../log';
import { newId } from '../new-id';
import type { Emit } from './hub';
import type { EngineDoors, Keychain, OpenDoor, ShellServices } from './ports';
import { RequestLog } from './request-log';
import type { AppSettings } from './settings';

const KEY: KeyName = 'serve';

export interface EndpointOptions {
  /** Null when the engine is off. */
  engine: { fetch(request: Request): Promise<Response> } | null;
  doors: EngineDoors;
  settings: AppSettings;
  keychain: Keychain;
  shell: ShellServices;
  emit: Emit;
  log: Log;
}

/** The engine's door for programs of this computer: open or closed, its key, its limits, and who came. */
export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #requests: RequestLog;
  #door: OpenDoor | null = null;
  /** As the keychain has it, for as long as the door is open. */
  #key = '';
  /** At hand, since it is asked for at each request. */
  #perMinute: number;
  #problem: EndpointShape['problem'] = null;
  #turn: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#perMinute = options.settings.get().endpoint.requestsPerMinute;
    this.#requests = new RequestLog((requests) => options.emit({ name: 'endpoint.requested', data: { requests } }));
  }

  get(): EndpointShape {
    const kept = this.#options.settings.get().endpoint;
    const baseUrl = this.#door?.baseUrl ?? `http://127.0.0.1:${kept.port}/v1`;
    return { ...kept, open: this.#door !== null, baseUrl, problem: this.#problem };
  }

  open(input: { port?: number | undefined }): Promise<EndpointShape> {
    return this.#inTurn(async () => {
      const port = input.port ?? this.#kept.port;
      if (await this.#tryTo(port)) this.#keep({ on: true, port });
      return this.#told();
    });
  }

  close(): Promise<EndpointShape> {
    return this.#inTurn(async () => {
      await this.#shut();
      this.#problem = null;
      this.#keep({ on: false });
      return this.#told();
    });
  }

  change(input: { port?: number | undefined; requestsPerMinute?: number | undefined }): Promise<EndpointShape> {
    return this.#inTurn(async () => {
      const { port, requestsPerMinute = this.#perMinute } = input;
      this.#perMinute = requestsPerMinute;
      this.#keep({ requestsPerMinute });
      const moves = port !== undefined && port !== this.#kept.port;
      if (moves && (this.#door === null || (await this.#tryTo(port)))) this.#keep({ port });
      if (moves && this.#door === null) this.#problem = null;
      return this.#told();
    });
  }

  rotateKey(): Promise<Record<string, never>> {
    return this.#inTurn(async () => {
      const key = await this.#makeKey();
      if (this.#door) this.#key = key;
      this.#door?.drop();
      return {};
    });
  }

  async copyKey(): Promise<{ confirmAt: string | null }> {
    const key = await this.#inTurn(() => this.#ensureKey());
    return { confirmAt: await this.#options.shell.handOverKey(key) };
  }

  requests(): LoggedRequest[] {
    return this.#requests.list();
  }

  clearRequests(): Record<string, never> {
    this.#requests.clear();
    return {};
  }

  /** At start: opens the door again when the analyst left it open. Why it cannot is told as its problem. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#kept.on) return;
      await this.#tryTo(this.#kept.port);
      this.#told();
    });
  }

  /** The key in the keychain was set or removed by other means: the one before no longer counts. */
  keyChanged(name: KeyName): Promise<void> {
    return this.#inTurn(async () => {
      if (name !== KEY || !this.#door) return;
      this.#key = '';
      this.#door.drop();
      const key = await this.#options.keychain.get(KEY).catch(() => null);
      if (key !== null) {
        this.#key = key;
        return;
      }
      await this.#shut();
      this.#keep({ on: false });
      this.#told();
    });
  }

  /** When Assay ends. Whether the door is open is remembered. */
  async end(): Promise<void> {
    this.#ended = true;
    // Not in turn: a keychain that asks the analyst something must not keep Assay from ending.
    await this.#shut();
    this.#requests.end();
  }

  get #kept(): EndpointSettings {
    return this.#options.settings.get().endpoint;
  }

  #keep(changes: Partial<EndpointSettings>): void {
    this.#options.settings.change({ endpoint: { ...this.#kept, ...changes } });
  }

  #told(): EndpointShape {
    const data = this.get();
    this.#options.emit({ name: 'endpoint.changed', data });
    return data;
  }

  /** Opens at a port, then closes where it was open before; what stands in the way becomes the problem. */
  async #tryTo(port: number): Promise<boolean> {
    const before = this.#door;
    if (before?.port === port) return true;
    try {
      const { engine } = this.#options;
      if (!engine) throw new AppError('unavailable', 'The engine is off, so there is nothing to connect to.');
      const key = await this.#ensureKey();
      const door = await this.#openAt(port, engine);
      if (this.#ended) {
        await door.close();
        return false;
      }
      this.#key = key;
      this.#door = door;
      this.#problem = null;
      await before?.close();
      return true;
    } catch (error) {
      this.#problem = await this.#problemOf(error, port);
      return false;
    }
  }

  #openAt(port: number, engine: NonNullable<EndpointOptions['engine']>): Promise<OpenDoor> {
    return this.#options.doors.open({
      engine,
      key: () => this.#key,
      requestsPerMinute: () => this.#perMinute,
      port,
      seen: (request) => this.#requests.add(request),
    });
  }

  async #problemOf(error: unknown, port: number): Promise<EndpointShape['problem']> {
    const code = error instanceof AppError ? error.code : null;
    if (code === 'port_taken') {
      const freePort = await this.#options.doors.freePort().catch(() => null);
      const message = `Port ${port} is used by another program, or may not be used. Choose another port.`;
      return { code, message, freePort };
    }
    if (error instanceof AppError && (code === 'keychain_unavailable' || code === 'unavailable'))
      return { ...failureOf(error), code, freePort: null };
    this.#options.log.error({ err: error }, 'the door for scripts could not be opened');
    const message = 'Something went wrong in Assay. Try again; the log in the data folder says more.';
    return { code: 'unavailable', message, freePort: null };
  }

  async #ensureKey(): Promise<string> {
    return (await this.#options.keychain.get(KEY)) ?? (await this.#makeKey());
  }

  /** In the keychain first: a key that is not kept is not used. */
  async #makeKey(): Promise<string> {
    const key = newId('assay-') + newId('');
    await this.#options.keychain.set(KEY, key);
    return key;
  }

  async #shut(): Promise<void> {
    const door = this.#door;
    this.#door = null;
    this.#key = '';
    await door?.close();
  }

  /** One change at a time, in the order asked for. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

import type { DatabaseName, RecoveryState, Services } from '#contract';
import { AppError } from '#contract/result';
import { createDispatch, type Dispatch } from '../dispatch';
import type { Engine } from '../engine';
import { assertNotNewer, engineIsMissing, Recovery } from '../recovery';
import { type Emit, Hub } from '../services/hub';
import { Recoveries } from '../services/recoveries';
import type { Instance } from '../storage';
import { type AppServices, composeApp, inOrder, type OpenApp } from './app';
import type { AppOptions } from './options';

/** The app with its databases, which can be exchanged for others while the shells keep holding on to it. */
export class RecoverableApp {
  readonly instance: Instance;
  readonly #options: AppOptions;
  readonly #hub: Hub;
  readonly #recovery: Recovery;
  readonly #recoveries: Recoveries;
  readonly #withoutLibrary: Dispatch;
  #app: OpenApp | null = null;
  /** It was open, and is about to be again, on other databases. */
  #isReopening = false;
  /** Exchanges of databases, one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @throws AppError `data_in_use`, `data_newer`, `data_damaged`, `read_only`, `no_space` */
  static async open(instance: Instance, options: AppOptions): Promise<RecoverableApp> {
    assertNotNewer(options.dataFolder);
    const app = new RecoverableApp(instance, options);
    await app.#open();
    return app;
  }

  private constructor(instance: Instance, options: AppOptions) {
    this.instance = instance;
    this.#options = options;
    const { dataFolder, log } = options;
    this.#hub = new Hub(log);
    const changed = () => this.#hub.emit({ name: 'recovery.changed', data: this.#state() });
    this.#recovery = new Recovery({ dataFolder, log, changed });
    this.#recoveries = new Recoveries({
      state: () => this.#state(),
      restore: (database, backup) => this.#exchange(database, async () => this.#recovery.restore(database, backup)),
      repair: (database) =>
        this.#exchange(database, async () => {
          await this.#recovery.repair(database);
          return 0;
        }),
      dismiss: (database) => {
        this.#app?.losses.dismiss(database);
        this.#recovery.forget(database);
      },
    });
    this.#withoutLibrary = createDispatch(servicesWithoutLibrary(this.#recoveries, options), log);
  }

  get services(): AppServices {
    if (!this.#app) throw damagedLibrary();
    return this.#app.services;
  }

  get engine(): Engine | null {
    return this.#app?.engine ?? null;
  }

  /** What is asked of an app that is about to be open again is answered once it is; what is the matter with it, at once. */
  readonly dispatch: Dispatch = async (name, input) => {
    if (this.#isReopening && !String(name).startsWith('recovery.')) await this.#turn;
    return (this.#app?.dispatch ?? this.#withoutLibrary)(name, input);
  };

  subscribe(listener: Emit): () => void {
    return this.#hub.subscribe(listener);
  }

  async prepare(): Promise<void> {
    await this.#app?.prepare();
  }

  async close(): Promise<void> {
    await this.#turn;
    await inOrder([async () => this.#app?.close(), async () => this.instance.release()]);
  }

  async #open(): Promise<void> {
    const { dataFolder, shell, withEngine } = this.#options;
    const context = {
      instance: this.instance,
      hub: this.#hub,
      recovery: this.#recovery,
      recoveries: this.#recoveries,
    };
    const lostEngine = withEngine && engineIsMissing(dataFolder);
    try {
      this.#app = await composeApp(this.#options, context);
      if (lostEngine) this.#app.losses.noteLostEngine();
    } catch (error) {
      // A command has nobody to ask.
      if (!(error instanceof AppError) || error.code !== 'data_damaged' || shell === 'headless') throw error;
      this.#recovery.note('library', 'damaged');
      void this.#recovery.lookInto('library');
    }
  }

  /**
   * Closes the app, has its files exchanged, and opens it on them; on the old ones where that failed. `exchange` gives since
   * when messages are lost.
   */
  #exchange(database: DatabaseName, exchange: () => Promise<number>): Promise<void> {
    const work = this.#turn.then(async () => {
      this.#isReopening = this.#app !== null;
      await this.#closeApp();
      try {
        const since = await exchange();
        await this.#open();
        if (database === 'library') this.#bringBack(since);
      } catch (error) {
        if (!this.#app) await this.#open();
        throw error;
      } finally {
        this.#isReopening = false;
        this.#hub.emit({ name: 'recovery.changed', data: this.#state() });
      }
    });
    this.#turn = work.catch(() => undefined);
    return work;
  }

  async #closeApp(): Promise<void> {
    const app = this.#app;
    this.#app = null;
    await app
      ?.close()
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'not everything could be put down'));
  }

  #bringBack(since: number): void {
    this.#app?.losses.rebuildSince(since);
    void this.#app?.losses.resume();
  }

  #state(): RecoveryState {
    return { open: this.#app !== null || this.#isReopening, problems: this.#recovery.list() };
  }
}

const damagedLibrary = (): AppError =>
  new AppError(
    'data_damaged',
    'The library of this data folder is damaged. Restore a backup of it, or keep what can be read; nothing is removed.',
  );

/** Enough for a window to say what has happened and to offer what can be done. */
function servicesWithoutLibrary(recoveries: Recoveries, { settings }: AppOptions): Services {
  const refuse = () => Promise.reject(damagedLibrary());
  const refusing = new Proxy({}, { get: () => refuse });
  const readSettings = new Proxy({}, { get: (_, verb) => (verb === 'get' ? () => settings.read() : refuse) });
  const known = new Map<string | symbol, object>([
    ['recovery', recoveries],
    ['settings', readSettings],
  ]);
  return new Proxy({}, { get: (_, domain) => known.get(domain) ?? refusing }) as Services;
}

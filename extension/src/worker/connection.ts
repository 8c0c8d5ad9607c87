import { type Envelope, type Messages, type MessageType, protocolVersion } from "../protocol/envelope.js";
import type { HelloAnswer } from "../protocol/hello.js";
import { hello } from "./hello.js";

const hostName = "com.credentialvault.host";
const idleMilliseconds = 30_000;
const answerMilliseconds = 20_000;
/** The host holds these answers until there is news: a turn or a time step may be waited for. */
const held: readonly MessageType[] = ["session", "verification"];
const newsMilliseconds = 300_000;

/** The host could not be started, went away twice in a row, or gave no answer in time. */
export class HostUnavailable extends Error {}

/** The host understood the caller and refused the request. `message` is its sentence for a person. */
export class HostRefusal extends Error {
  /** `field` is the part of the request that is wrong, or null. */
  constructor(
    readonly code: string,
    message: string,
    readonly field: string | null,
  ) {
    super(message);
  }
}

interface Waiting {
  readonly answered: (body: unknown) => void;
  readonly failed: (reason: Error) => void;
}

class PortClosed extends Error {}

/**
 * The native port, opened when something is to be asked. An open port keeps the worker awake, so it is closed when
 * nothing was asked for a while, unless a sign-in is under way.
 */
export class HostConnection {
  #port: chrome.runtime.Port | null = null;
  #greeting: Promise<HelloAnswer> | null = null;
  #nextId = 1;
  #idle: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Map<number, Waiting>();

  /** `stillNeeded` says whether an idle port must stay open. */
  constructor(private readonly stillNeeded: () => boolean) {}

  /** Who this profile is; opens the port when there is none. */
  async who(): Promise<HelloAnswer> {
    return this.#retried(() => this.#greeted());
  }

  /** Asks the host, greeting it first on a new port; a port that closes meanwhile is opened again once. */
  async ask<T extends MessageType>(type: T, body: Messages[T]["request"]): Promise<Messages[T]["answer"]> {
    return this.#retried(async () => {
      await this.#greeted();
      return this.#send(type, body);
    });
  }

  async #retried<A>(attempt: () => Promise<A>): Promise<A> {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PortClosed)) throw error;
    }
    try {
      return await attempt();
    } catch (error) {
      throw error instanceof PortClosed ? new HostUnavailable(error.message) : error;
    }
  }

  #greeted(): Promise<HelloAnswer> {
    this.#greeting ??= hello().then((request) => this.#send("hello", request));
    return this.#greeting;
  }

  #send<T extends MessageType>(type: T, body: Messages[T]["request"]): Promise<Messages[T]["answer"]> {
    const port = this.#open();
    const id = this.#nextId++;
    return new Promise<unknown>((answered, failed) => {
      const bound = setTimeout(
        () => {
          this.#close(port, new HostUnavailable("The host gave no answer."));
        },
        held.includes(type) ? newsMilliseconds : answerMilliseconds,
      );
      const settle = () => {
        clearTimeout(bound);
        this.#waiting.delete(id);
        this.#restWhenIdle();
      };
      this.#waiting.set(id, {
        answered: (answer) => {
          settle();
          answered(answer);
        },
        failed: (reason) => {
          settle();
          failed(reason);
        },
      });
      port.postMessage({ version: protocolVersion, id, type, body });
      // The host is the same project in the same version of the protocol: the shape of its answers is not checked again.
    }) as Promise<Messages[T]["answer"]>;
  }

  #open(): chrome.runtime.Port {
    if (this.#port) return this.#port;
    const port = chrome.runtime.connectNative(hostName);
    port.onMessage.addListener((message: Envelope) => this.#received(message));
    port.onDisconnect.addListener(() => {
      // Reading lastError keeps Chrome from logging it as unchecked.
      this.#close(port, new PortClosed(chrome.runtime.lastError?.message ?? "The host went away."));
    });
    this.#port = port;
    return port;
  }

  #received(message: Envelope): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === "error")
      waiting.failed(new HostRefusal(message.body.code, message.body.message, message.body.field));
    else waiting.answered(message.body);
  }

  #close(port: chrome.runtime.Port, reason: Error): void {
    port.disconnect();
    if (this.#port !== port) return;
    this.#port = null;
    this.#greeting = null;
    clearTimeout(this.#idle);
    for (const waiting of [...this.#waiting.values()]) waiting.failed(reason);
  }

  #restWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (!this.#port || this.#waiting.size > 0) return;
      if (this.stillNeeded()) this.#restWhenIdle();
      else this.#close(this.#port, new PortClosed("The port was idle."));
    }, idleMilliseconds);
  }
}

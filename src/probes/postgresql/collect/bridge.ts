import {Duplex} from 'node:stream';
import type {TLSSocket} from 'node:tls';
import {createFrames} from './frames.js';

/** Bytes a server may send in one probe; the largest honest answer seen is below one MiB. */
const mostBytes = 24 * 1024 * 1024;

/**
 * The face of a socket that `pg` expects, over a channel that is already open and verified, so that `pg` neither dials
 * nor decides about certificates. Ends with an error once the server has sent more than 24 MiB.
 */
export class ChannelBridge extends Duplex {
	readonly #channel: TLSSocket;
	#received = 0;
	/** Why this end gave up: too much data, or bytes that are no messages of the protocol. */
	fault: 'limit-exceeded' | 'unexpected-reply' | undefined;

	constructor(channel: TLSSocket) {
		super();
		this.#channel = channel;
		const frames = createFrames();
		channel.on('data', (chunk: Buffer) => {
			this.#received += chunk.length;
			if (this.#received > mostBytes) {
				this.fault = 'limit-exceeded';
				this.destroy(new Error('too much data'));
				return;
			}
			const whole = frames(chunk);
			if (whole === undefined) {
				this.fault = 'unexpected-reply';
				this.destroy(new Error('not the PostgreSQL protocol'));
			} else if (whole.length > 0 && !this.push(whole)) channel.pause();
		});
		channel.on('end', () => this.push(null));
		channel.on('error', (error: Error) => this.destroy(error));
		channel.on('close', () => this.destroy());
	}

	/** `pg` parses messages in a listener for data; what it throws there would otherwise end the whole program. */
	override emit(event: string | symbol, ...args: readonly unknown[]): boolean {
		if (event !== 'data') return super.emit(event, ...args);
		try {
			return super.emit(event, ...args);
		} catch {
			this.fault ??= 'unexpected-reply';
			this.destroy(new Error('not the PostgreSQL protocol'));
			return true;
		}
	}

	connect(): void {
		queueMicrotask(() => this.emit('connect'));
	}

	setNoDelay(): this {
		return this;
	}

	setKeepAlive(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	override _read(): void {
		this.#channel.resume();
	}

	override _write(
		chunk: Buffer,
		encoding: BufferEncoding,
		done: (error?: Error | null) => void,
	): void {
		this.#channel.write(chunk, encoding, done);
	}

	override _final(done: (error?: Error | null) => void): void {
		this.#channel.end(() => done());
	}

	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		this.#channel.destroy();
		done(error);
	}
}

import {Duplex} from 'node:stream';
import type {Socket} from 'node:net';
import {createFrames, type FrameFault} from './frames.js';

/**
 * The face of a socket that `pg` expects, over a channel that is already open and verified, so that `pg` neither dials
 * nor decides about certificates. Ends with an error once the server sends what is too large or no message of the protocol.
 */
export class ChannelBridge extends Duplex {
	readonly #channel: Socket;
	/** Why this end gave up: too much data, or bytes that are no messages of the protocol. */
	fault: FrameFault | undefined;

	constructor(channel: Socket) {
		super();
		this.#channel = channel;
		const frames = createFrames();
		channel.on('data', (chunk: Buffer) => {
			if (this.fault !== undefined) return;
			const whole = frames(chunk);
			if (typeof whole === 'string') this.giveUp(whole);
			else if (whole.length > 0 && !this.push(whole)) channel.pause();
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
			this.giveUp('unexpected-reply');
			return true;
		}
	}

	/** Ends the connection; the first reason stays. */
	giveUp(why: FrameFault): void {
		this.fault ??= why;
		this.destroy(new Error(why));
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

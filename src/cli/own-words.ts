import {Command, type ErrorOptions} from 'commander';
import {misuse, unknownWord} from './unknown-word.js';

/** The options that a command takes, with those of the commands above it. */
const longOptions = (command: Command): readonly string[] => [
	...command.options.flatMap(option => option.long ?? []),
	...(command.parent === null ? [] : longOptions(command.parent)),
];

/** A command whose wrong words and options are told in dbvet's own words, like those of `dbvet` without a command. */
export class OwnWords extends Command {
	override createCommand(name?: string): OwnWords {
		return new OwnWords(name);
	}

	/** Commander calls this for an option that nobody declared; `allowUnknown` is for the command that takes all words. */
	unknownOption(flag: string): void {
		if (this.takesAll) return;
		throw unknownWord(flag, this, longOptions(this));
	}

	/** Commander calls this for a word in the place of a sub-command that nobody declared. */
	unknownCommand(): void {
		throw unknownWord(this.args[0] ?? '', this);
	}

	/** Commander calls this for what is missing, too much or none of the choices. */
	override error(message: string, _options?: ErrorOptions): never {
		throw misuse(message, this);
	}

	private takesAll = false;
	override allowUnknownOption(allow = true): this {
		this.takesAll = allow;
		return super.allowUnknownOption(allow);
	}
}

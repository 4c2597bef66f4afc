import type {DefinerFunction} from './facts/objects.js';

/** A SECURITY DEFINER function as it should be. */
export const safeFunction: DefinerFunction = {
	name: 'app.pay(integer)',
	owner: 'shop_owner',
	ownerPowerful: false,
	searchPath: '""',
	publicExecute: false,
	publicUsage: false,
	callers: [],
	trigger: false,
	bound: false,
	dynamic: false,
	runsArgument: false,
	bareCatalogue: false,
};

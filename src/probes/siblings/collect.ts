import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {kindOf} from '../engine/address-kind.js';
import {createGate, type Gate} from '../engine/gate.js';
import {httpGet, type HttpAnswer} from '../wire/http-get.js';
import {
	asConsole,
	asMetrics,
	asPatroni,
	consolePorts,
	metricsPorts,
	patroniPort,
	siblingPorts,
	type Page,
	type PageFacts,
	type PortFacts,
	type SiblingFacts,
} from './facts.js';

/** A port that is open answers a connection within a round trip or two, a page within a moment; in milliseconds. */
const lifeMs = 1_500;
/** Few enough not to look like a scan. */
const atOnce = 4;
/** One for each port, one more for each page. */
export const siblingConnections = 15 + 10;

const notAsked = unseen('cancelled', {
	detail:
		'other ports of a machine are looked at only with the consent of its owner (dbvet probe --sibling-ports)',
});

const knock = async (context: CollectContext, port: number): Promise<PortFacts> => {
	const connection = await context.dial({port, lifeMs});
	if (!connection.seen) return {port, open: connection};
	connection.value.close();
	return {port, open: seen(true)};
};

/** How Go (and with it Prometheus’ exporters) and nginx answer to HTTP where they speak HTTPS. */
const wantsTls = ({status, body}: HttpAnswer): boolean =>
	status === 400 && /HTTP request (to an HTTPS server|was sent to HTTPS port)/i.test(body);

const read = async (
	context: CollectContext,
	{port, open}: PortFacts,
	path: string,
	as: (answer: HttpAnswer) => Page,
): Promise<PageFacts> => ({
	port,
	path,
	answer: open.seen
		? await observe(async () => {
				const connection = need(await context.dial({port, lifeMs}));
				try {
					const answer = await httpGet(connection, context.endpoint.host, path);
					if (wantsTls(answer))
						return unseen('unexpected-reply', {
							detail: 'it speaks HTTPS there, which is not asked',
						});
					const page = as(answer);
					// What was looked for may stand behind the place where reading ended.
					return page.product === null && answer.cut
						? unseen('limit-exceeded', {detail: 'a page longer than what is read'})
						: seen(page);
				} finally {
					connection.close();
				}
			})
		: open,
});

type Pages = Pick<SiblingFacts, 'patroni' | 'metrics' | 'consoles'>;

const readPages = async (
	context: CollectContext,
	ports: readonly PortFacts[],
	gate: Gate,
): Promise<Pages> => {
	const each = (wanted: readonly number[], path: string, as: (answer: HttpAnswer) => Page) =>
		Promise.all(
			ports
				.filter(({port}) => wanted.includes(port))
				.map(port => gate(() => read(context, port, path, as))),
		);
	const [config, state, metrics, consoles] = await Promise.all([
		each([patroniPort], '/config', asPatroni),
		each([patroniPort], '/patroni', asPatroni),
		each(metricsPorts(context.target.engine), '/metrics', asMetrics),
		each(consolePorts, '/', asConsole),
	]);
	return {patroni: [...config, ...state], metrics, consoles};
};

/**
 * Knocks at the listed ports of the endpoint's machine and reads the documented pages behind those that answer, without any
 * credentials. Nothing is opened without the owner's consent.
 */
export const collectSiblings = async (context: CollectContext): Promise<SiblingFacts> => {
	const {target, endpoint} = context;
	const address = context.reach().lookedAt ?? endpoint.host;
	const nothing = {address, kind: kindOf(address), patroni: [], metrics: [], consoles: []};
	if (!context.options.siblingPorts) return {...nothing, ports: notAsked};
	const here = target.endpoints.filter(({host}) => host === endpoint.host);
	if (here[0]?.port !== endpoint.port) return {...nothing, ports: null};
	context.step('knocking at other ports of the machine');
	const declared = new Set(here.map(({port}) => port));
	const wanted = siblingPorts(target.engine).filter(port => !declared.has(port));
	const gate = createGate(atOnce);
	const found = await Promise.all(wanted.map(port => gate(() => knock(context, port))));
	const ports: Observed<readonly PortFacts[]> = seen(found);
	return {...nothing, ports, ...(await readPages(context, found, gate))};
};

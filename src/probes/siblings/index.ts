import {defineFamily} from '../engine/family.js';
import {adminUiOpen} from './checks/admin-ui-open.js';
import {metricsExporterOpen} from './checks/metrics-exporter-open.js';
import {netSiblingPorts} from './checks/net-sibling-ports.js';
import {patroniRestOpen} from './checks/patroni-rest-open.js';
import {collectSiblings, siblingConnections} from './collect.js';

/** What else answers on the machine of a database. It opens nothing without the owner's consent. */
export const siblings = defineFamily({
	id: 'siblings',
	engines: ['postgresql', 'mysql', 'mariadb', 'redis', 'valkey'],
	connections: 0,
	beside: siblingConnections,
	collect: collectSiblings,
	checks: [netSiblingPorts, patroniRestOpen, metricsExporterOpen, adminUiOpen],
});

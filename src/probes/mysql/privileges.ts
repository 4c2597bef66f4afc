import {privilegeCheck} from './judge/privilege-check.js';

const revoke = (privilege: string): {readonly all: string} => ({
	all: `REVOKE ${privilege} ON *.* FROM 'NAME'@'HOST'; for each account named, or from the role that carries it.`,
});

/** The checks that look for the holders of one global privilege. */
export const privilegeChecks = [
	privilegeCheck({
		id: 'mysql-file-priv',
		privileges: ['FILE'],
		title: 'No ordinary account reads and writes files of the server',
		question: 'Is the FILE privilege kept to administrators?',
		why: 'FILE reads every file that the server’s operating-system user reads, and writes new ones: a way from one hole in an application to the whole machine.',
		severity: 'high',
		fault: 'everybody',
		remediation: revoke('FILE'),
	}),
	privilegeCheck({
		id: 'mysql-create-user-priv',
		privileges: ['CREATE USER'],
		title: 'No ordinary account manages accounts',
		question: 'Is CREATE USER kept to administrators?',
		why: 'Who may change other accounts sets the password of a stronger one and logs in as it.',
		severity: 'high',
		fault: 'everybody',
		oneIfManaged: true,
		remediation: revoke('CREATE USER'),
	}),
	privilegeCheck({
		id: 'mysql-process-priv',
		privileges: ['PROCESS'],
		title: 'Applications do not see the statements of others',
		question: 'Is PROCESS kept from applications?',
		why: 'It shows the statements that others run at the moment, values and passwords among them. Monitoring needs it, applications do not.',
		severity: 'medium',
		fault: 'applications',
		remediation: revoke('PROCESS'),
	}),
	privilegeCheck({
		id: 'mysql-shutdown-reload-priv',
		privileges: ['SHUTDOWN', 'RELOAD'],
		title: 'Applications cannot stop the server or reload its rights',
		question: 'Are SHUTDOWN and RELOAD kept from applications?',
		why: 'One statement ends the service. Backups need RELOAD, applications need neither.',
		severity: 'medium',
		fault: 'applications',
		remediation: revoke('SHUTDOWN, RELOAD'),
	}),
	privilegeCheck({
		id: 'mysql-repl-slave-priv',
		privileges: ['REPLICATION SLAVE'],
		title: 'Applications cannot read every change as a replica',
		question: 'Is REPLICATION SLAVE kept to replicas and change streams?',
		why: 'Who may replicate gets every changed row of every table, whatever rights on tables it has.',
		severity: 'medium',
		fault: 'applications',
		remediation: revoke('REPLICATION SLAVE'),
	}),
];

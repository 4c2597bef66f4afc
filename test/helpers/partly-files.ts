/** The file of the follow-ups to "partly". */
export const partly = 'questionnaires/partly.yaml';

/** Follow-ups for the tiny content: with them each question that can be answered "partly" has three derived ones. */
export const partlyFiles: Readonly<Record<string, string>> = {
	[partly]: `instead:
  text: 'What stands in: {question}'
  why: It has to be known what stands in.
  how: {all: Look.}
owner:
  text: 'Who answers for it: {question}'
  why: Somebody has to answer for it.
  how: {all: Ask.}
until:
  text: 'Until when: {question}'
  why: It has to have an end one day.
  how: {all: Choose.}
  meaning: {met: It holds., not-met: It is over.}
`,
};

/** The command cannot be carried out as it was given; the message says what to do. Exit status 2. */
export class CommandError extends Error {}

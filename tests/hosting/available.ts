import { canInstall, findProgram, type Program } from "../machine.ts";

/**
 * Whether a test must be skipped since a program is not there, and the words to say so. In CI
 * nothing that could be installed may be missing: the test then runs, and fails.
 */
export const unavailable = (program: Program): [boolean, string] => [
  !findProgram(program) && !(process.env["CI"] && canInstall()),
  `there is no ${program} on this machine: install it, or run \`npm run machine\` as root on Debian`,
];

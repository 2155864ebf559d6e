import type { InterpreterProblem } from '#contract';

/** What is in the way, and what to do about it. */
export const PROBLEMS: { [P in InterpreterProblem]: string } = {
  unsupported_system:
    'Your own Python can be used on Linux and macOS only: on this system it cannot be shut off from the rest of the computer. Assay’s own Python works here.',
  no_bubblewrap:
    'Your own Python runs shut off from the rest of the computer, and the program that does this is not installed. Install the package bubblewrap (0.8 or newer), for example with “sudo apt install bubblewrap”, then try again.',
  cannot_confine:
    'This system does not let programs be shut off from the rest of the computer, so your own Python is not run. Install bubblewrap 0.8 or newer, and have user namespaces allowed for it; on Ubuntu that is a profile of AppArmor.',
  not_found: 'There is no program at this path. Give the whole path of a Python, like /usr/bin/python3.',
  not_python:
    'This is no Python that can be started by itself. Give the path of the program, not of a script that starts it: “import sys; print(sys.executable)” shows it.',
  unsafe_place:
    'This Python lies where using it would show it your whole home folder. Choose another one, or one in a virtual environment.',
  too_old: 'This Python is too old. Choose one of version 3.9 or newer.',
  does_not_start:
    'This Python does not start when it is shut off from the rest of the computer. What it needs may lie in folders that it cannot read then. Choose another one.',
};

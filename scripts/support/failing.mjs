/** Runs a preparing step; says in one line why it failed and ends with 1. */
export async function failing(step) {
  try {
    return await step();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

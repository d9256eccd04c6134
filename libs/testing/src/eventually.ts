/** Asks until the answer is true. @throws after `seconds` */
export async function eventually(what: string, holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resume) => setTimeout(resume, 25));
  }
}

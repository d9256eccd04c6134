/** Asks again until there is an answer: what a background job brings takes a moment. @throws after `seconds` */
export async function waitFor<T>(what: string, ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  for (let tries = 0; tries < seconds * 5; tries += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error(`等待超时：${what}`);
}

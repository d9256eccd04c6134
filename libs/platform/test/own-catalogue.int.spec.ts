describe('a catalogue of jobs that a test has made its own', () => {
  it('is refused where the product is kept for the test files after it', async () => {
    await expect(import('./platform-app')).rejects.toThrow('@jest-environment node');
  });
});

describe('a catalogue of jobs that a test has made its own', () => {
  it('is refused where the product is kept for the test files after it', () => {
    expect(() => jest.requireActual('./platform-app')).toThrow('@jest-environment node');
  });
});

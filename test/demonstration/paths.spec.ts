import { open, place, start, type Built } from './built';
import { after } from './paths-after';
import { before } from './paths-before';

/** What somebody who looks through the demonstration can find in it; a way that isn't there any more fails here by its name. */
describe('the ways that the demonstration shows', () => {
  let built: Built;

  beforeAll(async () => {
    const where = place();
    await start(where);
    built = await open(where);
  });
  afterAll(() => built.close());

  it.each(before.map((path) => [path.name, path] as const))('%s', (_name, path) => path.shows(built));
  it.each(after.map((path) => [path.name, path] as const))('%s', (_name, path) => path.shows(built));
});

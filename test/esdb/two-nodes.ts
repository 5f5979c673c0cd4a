import { planAndAllot, prepare } from '../journeys/preparation';
import { chaozhou, fagaiju } from '../journeys/seeds';
import { House, type Start } from '../journeys/server';
import { aServer } from './which';

/** Where the clock of every node stands when a house of two nodes is set up. */
export const CLOCK = '2023-05-08T01:00:00.000Z';

/** A house of two servers in front of one event store, with its plan allotted and the day of the draws come. */
export async function twoNodes(
  start?: Start,
): Promise<{ readonly house: House; readonly dispose: () => Promise<void> }> {
  const server = await aServer();
  const house = await House.open({
    organs: [chaozhou, fagaiju],
    clock: CLOCK,
    nodes: 2,
    eventStore: server.url,
    ...(start && { start }),
  });
  const dispose = async (): Promise<void> => {
    await house.close();
    await server.dispose();
  };
  try {
    await prepare(house, '2023-05-08');
    await house.on('2023-06-05');
    await planAndAllot(house, [4], '2023-06-05');
    await house.on('2023-07-10');
    return { house, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

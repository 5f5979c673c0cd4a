import { Nodes } from '../esdb/nodes';
import { aServer } from '../esdb/which';
import { eventLogContract } from './event-log';

/** Over a socket and back again: many times what a file takes. */
eventLogContract('the log on EventStoreDB', async () => {
  const server = await aServer();
  const nodes = new Nodes();
  return {
    log: await nodes.open(server.url),
    elsewhere: () => nodes.open(server.url),
    dispose: async () => {
      await nodes.dispose();
      await server.dispose();
    },
  };
});

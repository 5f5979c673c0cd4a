import { Client, type Seen } from '../journeys/client';

/** People at other desks of the demonstration, who sign in as its role cards do. */
export function desksOf(url: () => string): (account: string) => Client {
  const seen: Seen = new Map();
  const clients = new Map<string, Client>();
  return (account) => {
    const known = clients.get(account);
    if (known) return known;
    const signIn = async (): Promise<string> => {
      const visitor = new Client(url, seen);
      const { body } = await visitor.send<{ token: string }>('POST', '/api/v1/demonstration/session', { account });
      return body.token;
    };
    const client = new Client(url, seen, signIn);
    clients.set(account, client);
    return client;
  };
}

import { useQuery } from '@tanstack/react-query';

async function loadNames(): Promise<Readonly<Record<string, string>>> {
  return (await import('../../api/commands.json')).default;
}

/** A command's name: its summary up to the first mark. */
export function useCommandNames(): (command: string) => string {
  const { data } = useQuery({ queryKey: ['command-names'], queryFn: loadNames, staleTime: Infinity });
  return (command) => data?.[command] ?? command;
}

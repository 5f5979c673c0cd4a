import { useQuery } from '@tanstack/react-query';
import { loadForms } from './schema';

/** A command's name: its summary up to the first mark. */
export function useCommandNames(): (command: string) => string {
  const { data } = useQuery({ queryKey: ['forms'], queryFn: loadForms, staleTime: Infinity });
  return (command) => data?.commands[command]?.summary.split(/[：，；]/)[0] ?? command;
}

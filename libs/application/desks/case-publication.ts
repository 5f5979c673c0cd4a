import { opened, nextId, type Step } from './case-steps';

/** Names of everybody on the team, so that none of them goes out with a text (C24, trap 10). They are compared and not recorded. */
export const withNames: Step = async (data, facts) => {
  const { team } = opened(facts).context;
  const known = await facts.stores.persons.get(team.map(({ inspector }) => inspector));
  return { ...data, names: [...known.values()].map(({ name }) => name) };
};

/** A guidance's id where the asker gave none. */
export const withGuidance: Step = (data, facts) => {
  const taken = opened(facts).context.guidance.map(({ guidance }) => guidance);
  return { ...data, guidance: data['guidance'] ?? nextId('g', taken) };
};

import type { RuleSet } from '../rule-set/rule-set.ts';
import type { RuleConcern } from './rule-concern.ts';

/** A concern as the command line says it, in the form of `ruleSetWarnings`: its place, then what is wrong and the way out. */
export function concernSentence(ruleSet: RuleSet, concern: RuleConcern): string {
  const nameOf = (id: string): string => ruleSet.rules.find((rule) => rule.id === id)?.name ?? id;
  return `${concern.path}: the rule "${nameOf(concern.ruleId)}" ${predicate(concern, nameOf)}.`;
}

function predicate(concern: RuleConcern, nameOf: (id: string) => string): string {
  switch (concern.kind) {
    case 'nobodyTouched':
      return 'gives no lead of this history anything';
    case 'fewKnown':
      return `touches leads of which only ${concern.known} have a known outcome; with fewer than 20 their rate tells little`;
    case 'unknownName':
      return `names the ${WORDS[concern.of]} "${concern.name}", which this history lacks`;
    case 'neverOccurs':
      return concern.value === null
        ? `tests the ${WORDS[concern.of]} "${concern.name}" in a way that none of its values passes`
        : `asks for "${concern.value}" in the ${WORDS[concern.of]} "${concern.name}", where it never occurs`;
    case 'shortContains':
      return `looks for ${quoted(concern.values)} anywhere in the ${WORDS[concern.of]} "${concern.name}", in the midst of words too ("CTO" is in "Director"); hasWord takes whole words only`;
    case 'leaking':
      return `reads the attribute "${concern.attribute}", which may have been filled in with the outcome`;
    case 'keptOut':
      return `reads the attribute "${concern.attribute}", which is kept out of rules`;
    case 'todaysValue':
      return `reads the attribute "${concern.attribute}", whose number is that of the export and was not known at the time`;
    case 'sameTest':
      return `asks for the same as the rule "${nameOf(concern.other)}"`;
    case 'sameLeads':
      return `touches nearly the same leads as the rule "${nameOf(concern.other)}": ${concern.both} of ${concern.either} get both`;
    case 'penaltyStays':
      return 'takes points away for silence for good; without a decay a lead that comes back never gets them back';
    case 'hiddenDebt':
      return `can take ${concern.place === 'total' ? 'the total' : `the ${concern.place} "${concern.name}"`} below its least value of ${concern.min}, where points are not seen and weigh all the same: −30 and then +20 reads ${concern.min}`;
  }
}

const WORDS = { attribute: 'attribute', property: 'property', type: 'activity type' } as const;

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ');

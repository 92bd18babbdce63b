import type { LeftOut, SuggestionFault } from './suggestion.ts';

/** What is wrong and what to do about it, in one sentence for the command line; a screen has its own words. */
export function suggestionFaultText(fault: SuggestionFault): string {
  switch (fault.kind) {
    case 'tooSmall':
      return (
        `the history is too small to learn from: ${fault.converted} leads with a known outcome converted and ${fault.notConverted} did not, ` +
        `and points need ${fault.needed} of each; bring in more history, or write the rules by hand`
      );
    case 'tooFewToChoose':
      return (
        `too few leads to learn from before --judge-after: ${fault.converted} that converted and ${fault.notConverted} that did not ` +
        `were known by then, and points need ${fault.needed} of each; choose later dates, or leave both out`
      );
    case 'nothingToJudge':
      return 'no lead created at or after --judge-after has a known outcome yet; choose an earlier date, or leave both out';
    case 'badPeriods':
      return `${fault.detail}; --judge-after has to be the same as --choose-before or later`;
    case 'badConstraint':
      return fault.detail;
    case 'nothingFound':
      return `nothing that rules may read tells the leads that convert from the others better than chance${leftOutText(fault.leftOut)}`;
  }
}

function leftOutText(leftOut: readonly LeftOut[]): string {
  const names = leftOut.map((one) => ('attribute' in one ? one.attribute : one.activity));
  return names.length === 0 ? '' : `; not read, since they leak or may not be: ${names.join(', ')}`;
}

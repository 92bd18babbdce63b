/** Every text on screen, one file a feature; keys start with the feature's name. A new language is a sibling folder of `en`. */

import agreement from './messages/en/agreement.json';
import agreementWords from './messages/en/agreement-words.json';
import chart from './messages/en/chart.json';
import compare from './messages/en/compare.json';
import compareCourse from './messages/en/compare-course.json';
import compareDifference from './messages/en/compare-difference.json';
import compareLine from './messages/en/compare-line.json';
import compareScenarios from './messages/en/compare-scenarios.json';
import compareSensitivity from './messages/en/compare-sensitivity.json';
import compareVerdict from './messages/en/compare-verdict.json';
import compareWhere from './messages/en/compare-where.json';
import costs from './messages/en/costs.json';
import effects from './messages/en/effects.json';
import failure from './messages/en/failure.json';
import field from './messages/en/field.json';
import frame from './messages/en/frame.json';
import grid from './messages/en/grid.json';
import history from './messages/en/history.json';
import leads from './messages/en/leads.json';
import lists from './messages/en/lists.json';
import notes from './messages/en/notes.json';
import panel from './messages/en/panel.json';
import profile from './messages/en/profile.json';
import quality from './messages/en/quality.json';
import readable from './messages/en/readable.json';
import review from './messages/en/review.json';
import rules from './messages/en/rules.json';
import scenarios from './messages/en/scenarios.json';
import seats from './messages/en/seats.json';
import start from './messages/en/start.json';
import suggest from './messages/en/suggest.json';
import templates from './messages/en/templates.json';
import timeline from './messages/en/timeline.json';
import view from './messages/en/view.json';
import whatIf from './messages/en/what-if.json';

export const ENGLISH = {
  ...frame,
  ...start,
  ...seats,
  ...scenarios,
  ...failure,
  ...agreementWords,
  ...agreement,
  ...chart,
  ...whatIf,
  ...view,
  ...timeline,
  ...notes,
  ...compare,
  ...panel,
  ...compareDifference,
  ...compareVerdict,
  ...compareScenarios,
  ...compareWhere,
  ...compareLine,
  ...compareCourse,
  ...compareSensitivity,
  ...review,
  ...rules,
  ...effects,
  ...grid,
  ...leads,
  ...lists,
  ...history,
  ...profile,
  ...quality,
  ...costs,
  ...templates,
  ...readable,
  ...suggest,
  ...field,
};

export type MessageId = keyof typeof ENGLISH;

import type { ComponentType } from 'react';
import { AgreementScreen } from '../features/agreement/agreement-screen.tsx';
import { CompareScreen } from '../features/compare/compare-screen.tsx';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { LeadsScreen } from '../features/leads/leads-screen.tsx';
import { PanelScreen } from '../features/panel/panel-screen.tsx';
import { ProfileScreen } from '../features/profile/profile-screen.tsx';
import { ReviewScreen } from '../features/review/review-screen.tsx';
import { RulesScreen } from '../features/rules/rules-screen.tsx';
import { TimelineScreen } from '../features/timeline/timeline-screen.tsx';
import { WhatIfScreen } from '../features/what-if/what-if-screen.tsx';
import type { ScreenName } from '../stores/route-store.ts';

/** A screen appears in the rail once it stands here. */
export const SCREEN_BY_NAME: Readonly<Partial<Record<ScreenName, ComponentType>>> = {
  history: HistoryScreen,
  profile: ProfileScreen,
  rules: RulesScreen,
  'what-if': WhatIfScreen,
  compare: CompareScreen,
  panel: PanelScreen,
  agreement: AgreementScreen,
  review: ReviewScreen,
  leads: LeadsScreen,
  timeline: TimelineScreen,
};

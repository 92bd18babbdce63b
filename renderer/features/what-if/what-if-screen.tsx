export const WhatIfScreen = () => null;

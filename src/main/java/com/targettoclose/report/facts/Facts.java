package com.targettoclose.report.facts;

import java.util.List;

/** All that the reports keep of a deal. */
record Facts(DealFact deal, List<GateFact> gates, List<ItemFact> items) {}

import type { WordName } from "../../schemas/vocabulary.ts";
import Answer from "./Answer.astro";
import Contact from "./Contact.astro";
import Contacts from "./Contacts.astro";
import Controller from "./Controller.astro";
import DataCategories from "./DataCategories.astro";
import Deadlines from "./Deadlines.astro";
import Fact from "./Fact.astro";
import Facts from "./Facts.astro";
import Frameworks from "./Frameworks.astro";
import Handlers from "./Handlers.astro";
import HostingMap from "./HostingMap.astro";
import HostingRegions from "./HostingRegions.astro";
import Laws from "./Laws.astro";
import List from "./List.astro";
import Names from "./Names.astro";
import Pledge from "./Pledge.astro";
import Policy from "./Policy.astro";
import Providers from "./Providers.astro";
import Recipients from "./Recipients.astro";
import Representatives from "./Representatives.astro";
import RequestTemplate from "./RequestTemplate.astro";
import Retention from "./Retention.astro";
import RetentionRule from "./RetentionRule.astro";
import ReviewRow from "./ReviewRow.astro";
import ReviewSheet from "./ReviewSheet.astro";
import Rights from "./Rights.astro";
import WayIn from "./WayIn.astro";
import WaysIn from "./WaysIn.astro";

/** What Legal may write in MDX: the vocabulary's words and the components that show them. */
export const components = {
  Answer,
  Contact,
  Contacts,
  Controller,
  DataCategories,
  Deadlines,
  Fact,
  Facts,
  Frameworks,
  Handlers,
  HostingMap,
  HostingRegions,
  Laws,
  List,
  Names,
  Pledge,
  Policy,
  Providers,
  Recipients,
  Representatives,
  RequestTemplate,
  Retention,
  RetentionRule,
  ReviewRow,
  ReviewSheet,
  Rights,
  WayIn,
  WaysIn,
} satisfies Record<WordName, unknown>;

/** Keys of other tools, in lower case, among them those that lie within two letters of one of ours. */
export const THEIRS: ReadonlySet<string> = new Set(
  `title name id uid uuid slug permalink url path link links page pages description summary excerpt
  abstract subtitle linktitle headline label caption date data time created modified updated published
  lastmod publishdate expirydate last_updated last_modified last_review_date pubdate updateddate
  lastupdated created_at updated_at year start end start_time end_time due review reviewed reviewers
  author authors owner owners contributors maintainer maintainers editor team layout template type types
  theme class style styles css color icon emoji draft drafts status state stage version versions
  visibility hidden published_at tag category categories topic topics keyword keywords series section
  sections group groups subject area scope level difficulty priority severity impact weight order
  position nav nav_order nav_exclude has_children parent parents grand_parent children menu menus
  sidebar sidebar_position sidebar_label toc prev next related sources source references refs ref
  see_also image images cover thumbnail banner hero logo video media lang language locale alias redirect
  redirect_from redirect_to redirects cssclass cssclasses publish outputs output aside comments comment
  notes note search robots head meta params extra build cascade resources math mermaid code node nodes
  role roles mode hosts port ports domain domains project product company component components service
  stack purpose features rating read reading_time model models rule rules test tests lesson lessons
  question questions email score size file files folder archive`.split(/\s+/),
);

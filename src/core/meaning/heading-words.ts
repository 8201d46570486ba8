import type { SectionRole } from '../model/parsed.ts';

/**
 * What headings are called, by their meaning: English, German, French, Spanish, Portuguese, Chinese, Japanese. In plain
 * words (lower case, no marks), divided by `|`.
 */
export const HEADING_WORDS: Readonly<Record<SectionRole, string>> = {
  summary:
    'summary|executive summary|issue summary|incident summary|overview|abstract|tl dr|tldr|what happened|at a glance|in short|zusammenfassung|überblick|übersicht|kurzfassung|was ist passiert|was geschah|résumé|synthèse|vue d ensemble|que s est il passé|resumen|resumen ejecutivo|qué pasó|qué ocurrió|resumo|resumo executivo|visão geral|o que aconteceu|摘要|概述|概要|总结|简介|事故概述|故障概述|サマリー|要約|何が起きたか',
  impact:
    'impact|impacts|impact on|impact to|user impact|customer impact|business impact|impact assessment|effect|effects|who was affected|affected services|affected users|auswirkung|auswirkungen|folgen|betroffen|betroffene dienste|conséquences|impacts utilisateurs|impacto|impactos|consecuencias|afectados|consequências|serviços afetados|影响|影响范围|影响面|影響|影響範囲',
  symptoms:
    'symptoms|symptom|signs|how to spot it|how to spot the problem|what you see|what people see|what the household sees|symptome|anzeichen|erkennungszeichen|was man sieht|symptômes|symptôme|signes|síntomas|síntoma|señales|sintomas|sintoma|sinais|症状|现象|故障现象|現象|兆候',
  detection:
    'detection|detected by|how it was detected|how was it detected|how we noticed|how we found out|discovery|discovered by|discoverability|alerting|erkennung|entdeckung|entdeckt|wie bemerkt|détection|découverte|detección|descubrimiento|detecção|descoberta|检测|发现|发现方式|検知|検出|発見',
  cause:
    'cause|causes|root cause|root causes|root cause analysis|root cause s|rca|contributing factors|contributing factor|contributing conditions|contributing causes|what went wrong technically|why it happened|why did it happen|five whys|5 whys|background and cause|fault|ursache|ursachen|grundursache|ursachenanalyse|beitragende faktoren|warum|hintergrund der störung|cause racine|causes racines|cause profonde|causes profondes|origine|analyse des causes|causa|causas|causa raíz|causa raiz|causas raíz|análisis de causa raíz|análise da causa raiz|causa principal|factores contribuyentes|fatores contribuintes|原因|根因|根本原因|原因分析|根因分析|根本原因分析|直接原因|寄与要因|要因',
  trigger:
    'trigger|triggers|what triggered it|what changed|lead up|leadup|auslöser|auslösendes ereignis|was hat sich geändert|déclencheur|élément déclencheur|desencadenante|detonante|disparador|gatilho|qué cambió|o que mudou|触发|触发因素|触发条件|诱因|トリガー|きっかけ|契機|引き金',
  fix: 'fix|fixes|the fix|resolution|resolutions|resolution and recovery|solution|solutions|recovery|remediation|remedy|repair|how it was fixed|how we fixed it|how to resolve the problem|what fixed it|lösung|behebung|reparatur|wiederherstellung|abhilfe|résolution|correction|correctif|réparation|remède|rétablissement|resolución|solución|reparación|corrección|recuperación|arreglo|resolução|solução|reparo|correção|recuperação|conserto|修复|解决|解决方案|解决办法|解决方法|恢复|处理过程|处理方法|復旧|解決|解決策|修正|対処|恒久対策',
  timeline:
    'timeline|timeline of events|time line|incident timeline|event timeline|chronology|chronology of events|sequence of events|history of the incident|log of events|what happened when|zeitleiste|zeitverlauf|zeitachse|chronologie|ablauf|verlauf|zeitlicher ablauf|déroulement|frise chronologique|cronología|cronologia|línea de tiempo|línea temporal|linha do tempo|linha temporal|时间线|时间轴|时间表|事件经过|故障经过|タイムライン|時系列|経緯',
  actions:
    'action items|action item|actions|action plan|follow up|follow ups|followups|follow up actions|follow up items|corrective actions|corrective action|corrective and preventative measure|corrective and preventative measures|corrective and preventive measures|preventive actions|preventive measures|preventative measures|prevention|next steps|todo|todos|to do|to dos|remediation items|improvements|process improvements|technical improvements|documentation improvements|proposal improvements|what we will change|maßnahmen|aufgaben|nächste schritte|folgemaßnahmen|offene punkte|zu tun|was wir ändern|actions correctives|actions préventives|plan d action|prochaines étapes|à faire|tâches|acciones|acciones correctivas|acciones de seguimiento|elementos de acción|plan de acción|próximos pasos|tareas|por hacer|ações|ações corretivas|itens de ação|plano de ação|próximos passos|tarefas|行动项|改进措施|后续行动|后续措施|待办|待办事项|整改措施|改进项|アクションアイテム|アクション|対応策|再発防止策|今後の対応|次のステップ|フォローアップ',
  lessons:
    'lessons|lessons learned|lessons learnt|lesson learned|lesson|learnings|what we learned|what we learnt|what i learned|what i learnt|takeaways|key takeaways|reflections|lehren|erkenntnisse|gelernt|was wir gelernt haben|lessons learned und erkenntnisse|leçons|leçons apprises|enseignements|ce que nous avons appris|lecciones|lecciones aprendidas|aprendizajes|lo que aprendimos|lições|lições aprendidas|aprendizados|o que aprendemos|教训|经验教训|经验|心得|教訓|学び|学んだこと|得られた教訓',
  well: 'what went well|went well|things that went well|what worked|what worked well|positives|was gut lief|was lief gut|gut gelaufen|was funktioniert hat|ce qui a bien marché|ce qui a bien fonctionné|qué salió bien|lo que salió bien|qué funcionó bien|o que deu certo|o que funcionou|o que correu bem|做得好的|做得好的地方|顺利的方面|うまくいったこと|良かったこと|良かった点',
  wrong:
    'what went wrong|went wrong|what went poorly|things that went poorly|things that went badly|what went badly|what didn t go well|what did not go well|what could have gone better|what could be improved|what didn t work|negatives|was schief lief|was lief schief|was schlecht lief|was nicht gut lief|ce qui a mal marché|ce qui s est mal passé|ce qui n a pas marché|qué salió mal|lo que salió mal|o que deu errado|o que correu mal|做得不好的|做得不好的地方|不足之处|有待改进|うまくいかなかったこと|悪かったこと|改善点|改善が必要なこと|課題',
  lucky:
    'where we got lucky|got lucky|where i got lucky|where were we lucky|luck|wo wir glück hatten|glück gehabt|glück|où nous avons eu de la chance|coup de chance|dónde tuvimos suerte|tuvimos suerte|suerte|onde tivemos sorte|tivemos sorte|sorte|幸运之处|幸运的地方|侥幸|運が良かったこと|幸運だったこと',
  diagnosis:
    'diagnosis|diagnose|diagnostics|diagnostic|investigation|troubleshooting|triage|debugging|how to diagnose|where to look|checks|initial checks|possible checks|pre checks|analyse|diagnostik|untersuchung|fehlersuche|fehlerbehebung|fehlerdiagnose|enquête|investigación|dépannage|diagnóstico|investigação|solución de problemas|resolución de problemas|solução de problemas|诊断|排查|排查步骤|故障排查|调查|診断|調査|切り分け|トラブルシューティング',
  mitigation:
    'mitigation|mitigations|mitigate|mitigating|workaround|workarounds|containment|stop the bleeding|immediate actions|immediate response|stabilization|stabilisation|eindämmung|sofortmaßnahmen|notlösung|umgehung|schadensbegrenzung|atténuation|contournement|mesures immédiates|mitigación|contención|medidas inmediatas|solución temporal|mitigação|contenção|medidas imediatas|solução temporária|solução de contorno|缓解|缓解措施|临时措施|应急处理|规避方法|緩和|緩和策|暫定対応|応急処置|回避策',
  verification:
    'verification|verify|validation|validate|confirm|is it well again|how to verify|post checks|prüfung|überprüfung|kontrolle|vérification|validación|verificación|comprobación|verificação|validação|验证|确认|検証|確認|動作確認',
  rollback:
    'rollback|roll back|rolling back|undo|way back|backout|back out plan|how to undo|revert|abort|abort conditions|zurück|zurückrollen|rückweg|rückgängig|rückgängig machen|abbruch|retour arrière|annulation|revertir|reversión|vuelta atrás|marcha atrás|reverter|reversão|desfazer|回滚|回退|撤销|ロールバック|切り戻し|元に戻す',
  prerequisites:
    'prerequisites|prerequisite|requirements|before you start|before you begin|you need|what you need|preparation|voraussetzungen|voraussetzung|anforderungen|vorbereitung|was man braucht|prérequis|pré requis|avant de commencer|préparation|requisitos|requisitos previos|prerrequisitos|antes de empezar|preparación|pré requisitos|antes de começar|preparação|前提|前提条件|先决条件|准备|准备工作|必要条件|準備|事前準備',
  hypothesis:
    'hypothesis|hypotheses|what i expect|what we expect|expectation|expectations|hypothese|hypothesen|annahme|erwartung|hypothèse|hypothèses|hipótesis|hipótese|假设|假說|预期|仮説|予想',
  method:
    'method|methods|experiment|procedure|the experiment|how we broke it|break it|methode|vorgehen|durchführung|versuch|méthode|procédure|expérience|método|procedimiento|experimento|procedimento|方法|实验|实验步骤|手順|実験|実施手順',
  steady:
    'steady state|steady|steady state hypothesis|normal state|baseline|what normal looks like|normalzustand|stabiler zustand|état stable|état normal|estado estable|estado normal|estado estável|稳态|稳定状态|正常状态|定常状態|通常状態',
  question:
    'question|questions|open questions|learning goal|the question|goal question|what do i want to know|what i want to understand|what i want to learn|frage|fragen|lernziel|leitfrage|was ich verstehen will|objectif d apprentissage|ce que je veux comprendre|pregunta|preguntas|objetivo de aprendizaje|qué quiero entender|pergunta|perguntas|objetivo de aprendizagem|问题|学习目标|想弄懂的问题|問い|疑問|学習目標',
  evidence:
    'evidence|proof|results|result|findings|what i saw|observations|belege|nachweis|nachweise|beweis|beweise|ergebnis|ergebnisse|beobachtungen|preuve|preuves|résultats|résultat|observations faites|evidencia|evidencias|resultado|resultados|pruebas|observaciones|evidência|evidências|provas|observações|证据|结果|实验结果|观察|証拠|結果|観察',
  hardware:
    'hardware|specs|specifications|machine|machine specs|components|geräte|technische daten|ausstattung|matériel|caractéristiques|spécifications|especificaciones|equipo|especificações|equipamento|硬件|硬件配置|配置规格|ハードウェア|機材|構成機器',
};

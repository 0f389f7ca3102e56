<#-- The subject of each mail, one line. mail.ftl lists what can be printed. -->
<#switch body.kind>
<#case "POWER_LOST">Power lost at ${body.site}<#break>
<#case "POWER_RESTORED">Power is back at ${body.site}<#if body.outage??> after ${body.outage}</#if><#break>
<#case "FIRST_REPORT">Power is off at ${body.site}<#break>
<#default>${body.input?cap_first} is ${body.level} at ${body.site}
</#switch>

<#-- The text part of each mail. What can be printed (with .. after a name: it may be absent, ask for it with <#if body.x??>):
     kind (POWER_LOST, POWER_RESTORED, FIRST_REPORT, INPUT_CHANGED), site, thing, input, level (on, off), when.., uncertainty..,
     earliest.. and latest.. (if there is no "when"), received, outage.., missing, dips, address, publicUrl.. -->
<#switch body.kind>
<#case "POWER_LOST">
The mains power at ${body.site} went off.
<#break>
<#case "POWER_RESTORED">
The mains power at ${body.site} is back.
<#break>
<#case "FIRST_REPORT">
The device at ${body.site} reported for the first time: the mains power there is off.
<#break>
<#default>
The input "${body.input}" at ${body.site} changed: it is now ${body.level}.
</#switch>

<#if body.when??>
When:    ${body.when}
         (accurate to about ${body.uncertainty})
<#else>
When:    not known exactly, because the device's clock was not set:
<#if body.earliest??>
         after ${body.earliest}
         and before ${body.latest}
<#else>
         before ${body.latest}
</#if>
</#if>
<#if body.outage??>
Outage:  ${body.outage}
</#if>
Site:    ${body.site}
Device:  ${body.thing}
State:   ${(body.input == "power")?then("the mains power", body.input)} is ${body.level}
<#if body.dips gt 0>
Dips:    ${body.dips} since the report before, too short to be told one by one
</#if>
<#if body.missing gt 0>

${(body.missing == 1)?then("One event", body.missing + " events")} just before this one never reached us: more happened than this mail
tells<#if body.kind == "POWER_RESTORED">, and how long the power was off is not known</#if>.
</#if>

<#switch body.kind>
<#case "POWER_LOST">
<#case "FIRST_REPORT">
What to do: if you did not expect this, ask someone nearby whether the whole area is
without power. If only your site is, look at its main switch and fuses. The device
runs on its battery for a while; if it falls silent later, the battery is empty. You
will get a mail when the power is back.
<#break>
<#case "POWER_RESTORED">
What to do: nothing, if all is well. After a long outage, have a look at freezers,
pumps, heating and clocks.
<#break>
<#default>
What to do: nothing, if you expected this.
</#switch>

--
Mainswatch wrote this to ${body.address}, an owner of this site.
<#if body.publicUrl??>
${body.publicUrl}
</#if>

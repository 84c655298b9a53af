<#-- One line for each library: its id, a tab, and its licences. The licences are in square brackets. -->
<#list dependencyMap as library>
<#assign project = library.getKey()/>
${project.groupId}:${project.artifactId}	<#list library.getValue() as licence>[${licence}]</#list>
</#list>
